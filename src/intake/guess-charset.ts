// Which encoding bytes are in that are not UTF-8 and declare none, by the letters they give.

/** A language's way of writing: its encodings, its common letters, their share of its text. */
interface Script {
  readonly encodings: readonly string[];
  readonly common: RegExp;
  readonly share: number;
}

const SCRIPTS: readonly Script[] = [
  {
    encodings: ['shift_jis', 'euc-jp'],
    common: /[\u3001\u3002\u300c\u300d\u3041-\u3093\u30a1-\u30f6\u30fb\u30fc]/g,
    share: 0.5,
  },
  {
    encodings: ['gb18030'],
    common:
      /[\u7684\u4e00\u662f\u4e0d\u4e86\u5728\u4eba\u6709\u6211\u4ed6\u8fd9\u4e2d\u5927\u6765\u4e0a\u56fd\u4e2a\u5230\u8bf4\u4eec\u4e3a\u5b50\u548c\u4f60\u5730\u51fa\u9053\u4e5f\u65f6\u5e74\u5f97\u5c31\u90a3\u8981\u4e0b\u4ee5\u751f\u4f1a\u81ea\u7740\u53bb\u4e4b\u8fc7\u5bb6\u5b66\u5bf9\u53ef\u91cc\u540e\u5c0f\u4e48\u5fc3\u591a\u5929\u800c\u80fd\u597d\u90fd\u7136\u6ca1\u65e5\u4e8e\u8d77\u8fd8\u53d1\u6210\u4e8b\u65b0\u95fb\u7f51\u3001\u3002\uff0c\u201c\u201d\uff1a]/g,
    share: 0.3,
  },
  {
    encodings: ['big5'],
    common:
      /[\u7684\u4e00\u662f\u4e0d\u4e86\u5728\u4eba\u6709\u6211\u4ed6\u9019\u4e2d\u5927\u4f86\u4e0a\u570b\u500b\u5230\u8aaa\u5011\u70ba\u5b50\u548c\u4f60\u5730\u51fa\u9053\u4e5f\u6642\u5e74\u5f97\u5c31\u90a3\u8981\u4e0b\u4ee5\u751f\u6703\u81ea\u8457\u53bb\u4e4b\u904e\u5bb6\u5b78\u5c0d\u53ef\u88e1\u5f8c\u5c0f\u9ebc\u5fc3\u591a\u5929\u800c\u80fd\u597d\u90fd\u7136\u6c92\u65e5\u65bc\u8d77\u9084\u767c\u6210\u4e8b\u65b0\u805e\u7db2\u3001\u3002\uff0c\u300c\u300d\uff1a]/g,
    share: 0.3,
  },
  {
    encodings: ['euc-kr'],
    common:
      /[\uc774\ub2e4\uc758\ub294\uc5d0\uc744\ub97c\uac00\uace0\ud55c\ud558\uc9c0\ub3c4\ub85c\uc740\uae30\uc0ac\uc778\ub300\uc815\uc2dc\uc790\uc5b4\ub098\ub9ac\uc11c\uc77c\ub9cc\uacfc\ud574\ubcf4\uc218\uc544\uadf8\ub77c\ubd80\uc804\uc7a5\uc2a4\ub4e4\uc81c\uc788]/g,
    share: 0.4,
  },
  {
    encodings: ['windows-1251', 'koi8-r'],
    common:
      /[\u043e\u0435\u0430\u0438\u043d\u0442\u0441\u0440\u0432\u043b\u043a\u043c\u0434\u043f\u0443\u044b\u044c\u044f\u0456\u0454]/g,
    share: 0.8,
  },
  {
    encodings: ['windows-1253'],
    common:
      /[\u03b1\u03bf\u03b9\u03b5\u03c4\u03c3\u03bd\u03b7\u03c5\u03c1\u03c0\u03ba\u03bc\u03bb\u03c2\u03cc\u03ac\u03af\u03ad\u03ae]/g,
    share: 0.85,
  },
  { encodings: ['windows-1255'], common: /[\u05d0-\u05ea]/g, share: 0.98 },
  {
    encodings: ['windows-1256'],
    common:
      /[\u0627\u064a\u0644\u0646\u0645\u0631\u062a\u0648\u0628\u0629\u0639\u062f\u0633\u0641\u0647\u0643\u0642\u062d\u062c\u0623]/g,
    share: 0.85,
  },
  {
    encodings: ['windows-874'],
    common:
      /[\u0e32\u0e19\u0e23\u0e2d\u0e01\u0e40\u0e07\u0e21\u0e22\u0e25\u0e27\u0e14\u0e17\u0e2a\u0e15\u0e30\u0e1b\u0e1a\u0e04\u0e2b\u0e41\u0e08\u0e1e\u0e0a\u0e02\u0e43\u0e44\u0e48\u0e49\u0e35\u0e34\u0e31\u0e4c\u0e38\u0e39]/g,
    share: 1.1,
  },
];

const SAMPLE = 32_768;
/** Bytes above ASCII in a row, on average: in Latin letters they stand alone. */
const SHORTEST_RUN = 2.2;
const FEWEST_BYTES = 8;
/** Of the share that is usual: how much of it makes a guess. */
const ENOUGH = 0.6;

/** A name for TextDecoder and iconv-lite; `null` for Latin letters, or where none is certain. */
export function guessCharset(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE);
  const latin1 = Buffer.from(sample).toString('latin1');
  const runs = latin1.match(/[\x80-\xff]+(?:[@-~][\x80-\xff]+)*/g) ?? [];
  const high = runs.reduce((sum, run) => sum + run.length, 0);
  if (high < FEWEST_BYTES || high / runs.length < SHORTEST_RUN) return null;
  const scored = SCRIPTS.flatMap(({ encodings, common, share }) =>
    encodings.map((name) => ({ name, score: shareOf(sample, name, common) / share })),
  );
  const [best] = scored.toSorted((a, b) => b.score - a.score);
  return best !== undefined && best.score >= ENOUGH ? best.name : null;
}

/** The share of these letters above ASCII; 0 where the bytes are not in the encoding. */
function shareOf(sample: Uint8Array, encoding: string, common: RegExp): number {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    const text = decoder.decode(sample, { stream: true });
    const high = text.match(/[^\0-\x7f]/gu)?.length ?? 0;
    return high === 0 ? 0 : (text.match(common)?.length ?? 0) / high;
  } catch {
    return 0;
  }
}
