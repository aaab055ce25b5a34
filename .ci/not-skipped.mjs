// Fails where a test whose name holds a word was skipped, or there is none: WORD REPORT.
import { readFileSync } from 'node:fs';

const [word, report] = process.argv.slice(2);
const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
const meant = testResults
  .flatMap(({ assertionResults }) => assertionResults)
  .filter(({ fullName }) => fullName.toLowerCase().includes(word));
const skipped = meant.filter(({ status }) => status !== 'passed');
for (const { status, fullName } of skipped) console.error(`${status}: ${fullName}`);
console.log(`${meant.length} tests name the ${word}, ${skipped.length} did not pass`);
process.exitCode = meant.length === 0 || skipped.length > 0 ? 1 : 0;
