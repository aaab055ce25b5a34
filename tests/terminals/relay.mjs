// Runs a program in the terminal that this runs in: a test hears it and presses keys, by a socket.
import { connect } from 'node:net';
import process from 'node:process';
import { spawn } from '@lydell/node-pty';

const [socket = '', file = '', ...words] = process.argv.slice(2);
const { stdin, stdout, env } = process;
const { columns: cols, rows } = stdout;
const test = connect(socket);
stdin.setRawMode(true);
// Of its own environment it would keep tmux's variables back.
const program = spawn(file, words, { name: env.TERM, cols, rows, env: { ...env } });
test.write(`${JSON.stringify({ cols, rows })}\n`);
program.onData((data) => {
  stdout.write(data);
  test.write(data);
});
stdin.on('data', (answer) => program.write(String(answer)));
test.setEncoding('utf8').on('data', (keys) => program.write(keys));
program.onExit(() => test.end(() => process.exit()));
