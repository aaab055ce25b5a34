import { describe, expect, it } from 'vitest';
import { editorCommand, runEditor } from '../../../src/jobs/programs/editor.ts';

describe('the editor', () => {
  it.each([
    [{ VISUAL: 'code -w', EDITOR: 'vi' }, ['code', '-w']],
    [{ VISUAL: ' ', EDITOR: 'nano' }, ['nano']],
    [{ EDITOR: 'emacsclient -a ""' }, ['emacsclient', '-a', '']],
    [{}, ['vi']],
  ])('of %j', (env, command) => {
    expect(editorCommand(env, 'linux')).toEqual(command);
  });

  it('on Windows may have backslashes in its path', () => {
    const env = { EDITOR: '"C:\\Program Files\\ed.exe" -n' };
    expect(editorCommand(env, 'win32')).toEqual(['C:\\Program Files\\ed.exe', '-n']);
    expect(editorCommand({}, 'win32')).toEqual(['notepad']);
  });

  it.each([
    [['true'], null],
    [['sh', '-c', 'exit 3'], 'sh ended with 3'],
    [['sh', '-c', 'kill -TERM $$'], 'sh ended with SIGTERM'],
    [['/nowhere/ed'], 'cannot run /nowhere/ed: set $EDITOR to your editor'],
    [['/etc/passwd/ed'], 'cannot run /etc/passwd/ed: set $EDITOR to your editor'],
    [['e\0d'], 'cannot run e\0d: set $EDITOR to your editor'],
  ])('run as %j', (command, problem) => {
    expect(runEditor(command, '/dev/null')).toBe(problem);
  });
});
