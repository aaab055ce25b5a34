import { test } from 'vitest';
import { checkSameAnswers } from '../../support/library/same-answers.ts';

test('The index answers as a scan of the files does', { timeout: 120_000 }, () =>
  checkSameAnswers(4),
);
