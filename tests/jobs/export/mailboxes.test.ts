// What is exported as mail is read by Python's mailbox and email.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder, temporaryLibrary } from '../../support/library/temporary-library.ts';
import { run } from '../../support/machine/run.ts';
import { HOSTILE, RICH } from './rich-library.ts';

const READ = `
import email.policy, email, json, mailbox, sys
kind, path = sys.argv[1:]
box = mailbox.mbox(path) if kind == 'mbox' else mailbox.Maildir(path, create=False)
def told(one):
    mail = email.message_from_bytes(one.as_bytes(), policy=email.policy.default)
    body = lambda kind: mail.get_body([kind]).get_content()
    return {
        'subject': mail['subject'], 'from': mail['from'].addresses[0].display_name,
        'date': str(mail['date']), 'keywords': mail['keywords'], 'url': mail['archived-at'],
        'id': mail['message-id'], 'flags': one.get_flags(), 'plain': body('plain'), 'html': body('html'),
        'types': [part.get_content_type() for part in mail.walk()],
        'pictures': [len(part.get_content()) for part in mail.walk() if part.get_content_maintype() == 'image'],
        'defects': [str(defect) for part in mail.walk() for defect in part.defects],
    }
print(json.dumps([told(one) for one in box]))
`;
const hasPython = spawnSync('python3', ['-c', '']).status === 0;

/** The messages of a mailbox by their subjects, as Python reads them. */
async function readMail(library: string, format: string) {
  const path = join(temporaryFolder(), 'box');
  const args = ['export', '--library', library, '-f', format, '-o', path];
  expect(await run(args, { isHere: true })).toMatchObject({ code: 0 });
  const read = ['-c', READ, format, path];
  const { status, stdout, stderr } = spawnSync('python3', read, { encoding: 'utf8' });
  expect([status, status === 0 ? '' : stderr]).toEqual([0, '']);
  const messages: readonly Record<string, unknown>[] = JSON.parse(stdout);
  return new Map(messages.map((message) => [message['subject'], message]));
}

test.runIf(hasPython).each(['mbox', 'maildir'])(
  'Python reads what articles have from %s',
  async (format) => {
    const library = temporaryLibrary(RICH);
    await run(['mark', '--library', library, 'harbour', '--read', '--star', '--tag', 'mine']);
    const messages = await readMail(library, format);
    expect([...messages.keys()].sort()).toEqual([
      'A plain note',
      'Harbour & quay <reopen>',
      '記者の一日',
    ]);
    const one = messages.get('Harbour & quay <reopen>');
    expect(one).toMatchObject({
      from: 'The Post: Ada Example, Ben Example',
      date: 'Mon, 19 Jul 2021 00:00:00 -0000',
      keywords: '"shipping", "weather", "mine"',
      url: '<https://example.org/harbour?a=1&b=2>',
      types: [
        ...['multipart/alternative', 'text/plain', 'multipart/related', 'text/html', 'image/png'],
      ],
      pictures: [70],
      defects: [],
    });
    expect([...String(one?.['flags'])].sort().join('')).toBe(format === 'mbox' ? 'FOR' : 'FS');
    expect(one?.['plain']).toContain('\nFrom the pier one sees all of it.\n');
    expect(one?.['html']).toContain('<p>From the pier one sees all of it.</p>');
    expect(one?.['html']).toMatch(/<img src="cid:[\da-f]{32}\.png@newsprint\.invalid"/);
    expect(messages.get('記者の一日')).toMatchObject({ from: '朝刊' });
  },
);

test.runIf(hasPython).each(['mbox', 'maildir'])(
  'Python finds every hostile article in %s once, and nothing wrong',
  async (format) => {
    const library = temporaryLibrary({ ...HOSTILE, 'same-again.md': 'Other.\n' });
    const messages = await readMail(library, format);
    expect(messages.size).toBe(6);
    for (const message of messages.values()) expect(message['defects']).toEqual([]);
    const subjects = [...messages.keys()].map(String);
    expect(subjects).toContain('From nowhere <b>&amp; ]]> \ufffe=?utf-8?Q?x?=');
    expect(subjects).toContain('Endless headline '.repeat(80).trim());
    const long = messages.get('Endless headline '.repeat(80).trim());
    expect(long?.['from']).toBe('Ann "The\\ Pen", Jo (ed.), <x@y>, Z');
    expect(long?.['html']).toContain('From '.repeat(200).trim());
  },
);
