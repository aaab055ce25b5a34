// Stands for chalk's look at the terminal: whether a text has a look is decided by text/palette.ts.

export default { stdout: { level: 1 }, stderr: { level: 1 } };
