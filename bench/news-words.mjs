// Words as news has them: a few everywhere, most of them rare, names among them.
import { createRandom } from '../.config/random.mjs';

/** The commonest words of English, in about their order: half of every text. */
const COMMON = `the of to and a in that is for on with as was it by he said at from be have has are
an his but not will this who they their had which its been more or one would about after were we
people also year when up out new she there two if year's over government than first could last into
some time her other no can all state against what so just only years three before between now
police while country million most made world under many down may president company because him
during percent week since public court us like being including where city told group still day them
high those through any much should minister part four national our month say former market how
then these five party even both own well law report home make back group's house called military
bank next according going long work trade another set health right off water end early power used
change election top plan help show move left find lead open night case far local south north west`
  .split(/\s+/)
  .filter((word, at, all) => all.indexOf(word) === at);

const ONSETS = 'b c d f g h l m n p r s t v w b c d m n p r s t br cl gr pr sh st tr'.split(' ');
const VOWELS = 'a e i o u a e i o u a e i o ea ou'.split(' ');
const CODAS = ['', '', '', '', 'n', 'r', 's', 'l', 't', 'm', 'st', 'nd'];
const ENDINGS = ['', '', '', '', '', 's', 's', 'ed', 'ing', 'er', 'al', 'ly', 'tion'];

const SEED = 20_210_719;

/** Different words in all. */
const VOCABULARY = 120_000;
/** Words drawn beforehand: a text is a walk through them. */
const DRAWN = 1 << 20;

/**
 * @typedef {object} Words
 * @property {readonly string[]} vocabulary by how common they are, the commonest first
 * @property {readonly string[]} drawn a long sequence in which each comes as often as it should
 */

/** The words of `newsLibrary`. */
export function newsWords() {
  return makeWords(SEED);
}

/**
 * A vocabulary, and words drawn from it as Zipf and Mandelbrot have it: the word of rank r comes
 * with a weight of 1 / (r + 2.7).
 * @param {number} seed
 * @returns {Words}
 */
function makeWords(seed) {
  const random = createRandom(seed);
  const known = new Set(COMMON);
  for (let rank = known.size; known.size < VOCABULARY; rank++) known.add(makeWord(random, rank));
  const vocabulary = [...known];
  const sums = new Float64Array(vocabulary.length);
  for (let rank = 0, sum = 0; rank < sums.length; rank++) {
    sum += 1 / (rank + 2.7);
    sums[rank] = sum;
  }
  const drawn = Array.from({ length: DRAWN }, () => vocabulary[draw(sums, random())]);
  return { vocabulary, drawn };
}

/** Common words are short. */
function makeWord(random, rank) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const syllables = (rank < 2000 ? 1 : 2) + Math.floor(random() * 1.4);
  let word = '';
  for (let at = 0; at < syllables; at++) word += pick(ONSETS) + pick(VOWELS) + pick(CODAS);
  return word + pick(ENDINGS);
}

/** The first rank whose sum reaches the share. */
function draw(sums, share) {
  const wanted = share * sums[sums.length - 1];
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
