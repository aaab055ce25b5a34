// Stands for supports-hyperlinks: whether links are written is decided by the terminal floor of ours.

export default { stdout: false, stderr: false };
