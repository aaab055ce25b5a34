// Stands for chalk's look at the terminal: chalk paints nothing here, text/palette.ts does.

export default { stdout: false, stderr: false };
