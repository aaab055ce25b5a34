// Names the packages that the build bundles, each with its version and the text of its licence.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package that ships no licence text says in its files who owns it, and which licence it has. */
const WITHOUT_TEXT = { 'yoga-layout': 'Copyright (c) Meta Platforms, Inc. and affiliates.' };

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software
and associated documentation files (the "Software"), to deal in the Software without
restriction, including without limitation the rights to use, copy, modify, merge, publish,
distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the
Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or
substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING
BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND
NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM,
DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

const RULE = '-'.repeat(80);

/**
 * @param {string} root the project's folder
 * @param {import('esbuild').Metafile} metafile of the build
 * @returns {string} the text of THIRD-PARTY.txt
 */
export function thirdParty(root, { outputs }) {
  const folders = new Set(Object.values(outputs).flatMap(bundledFolders));
  const sections = new Map(
    [...folders].map((folder) => {
      const { name, version, license } = readManifest(root, folder);
      return [`${name} ${version}, ${license}`, licenceText(root, folder)];
    }),
  );
  const texts = [...sections].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    'newsprint holds code of these packages, each under the licence below its name.\n',
    ...texts.map(([heading, text]) => `${RULE}\n${heading}\n\n${text}\n`),
  ].join('\n');
}

/** The folders of packages of which something is in a chunk. */
function bundledFolders({ inputs }) {
  return Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => {
    const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
    return folder === undefined || bytesInOutput === 0 ? [] : [folder];
  });
}

function nameOf(folder) {
  return folder.split('node_modules/').at(-1);
}

function readManifest(root, folder) {
  return JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
}

/** Licences and notices; meow's build folder holds those of what is in its own bundle. */
function licenceText(root, folder) {
  const texts = ['.', 'build'].flatMap((part) => {
    const place = join(root, folder, part);
    const names = existsSync(place) ? readdirSync(place) : [];
    return names
      .filter((name) => /^(?:licen[cs]es?|copying|notice)(?:\.(?:md|txt))?$/i.test(name))
      .map((name) => readFileSync(join(place, name), 'utf8').trim());
  });
  if (texts.length > 0) return texts.join('\n\n');
  const owner = WITHOUT_TEXT[nameOf(folder)];
  if (owner === undefined) throw new Error(`${folder} has no licence text`);
  return `${owner}\n\n${MIT}`;
}
