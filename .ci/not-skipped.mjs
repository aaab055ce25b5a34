// Fails where a test whose name matches a pattern was skipped, or there is none: PATTERN REPORT.
import { readFileSync } from 'node:fs';

const [pattern, report] = process.argv.slice(2);
const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
const meant = testResults
  .flatMap(({ assertionResults }) => assertionResults)
  .filter(({ fullName }) => new RegExp(pattern).test(fullName));
const skipped = meant.filter(({ status }) => status !== 'passed');
for (const { status, fullName } of skipped) console.error(`${status}: ${fullName}`);
console.log(`${meant.length} tests match ${pattern}, ${skipped.length} did not pass`);
process.exitCode = meant.length === 0 || skipped.length > 0 ? 1 : 0;
