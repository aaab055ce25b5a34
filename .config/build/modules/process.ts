// Stands for node:process: CommonJS would copy its hundred properties at every import.

export default process;
export const { argv, cwd, env } = process;
