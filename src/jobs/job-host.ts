// What the jobs know of the world they run in; handed in, so that tests and the entry decide.

import type { AllowedAddresses } from '../net/http/allowed-addresses.ts';

export interface JobHost {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  /** This program's, as it tells web servers. */
  readonly version: string;
  readonly now: Date;
  readonly cwd: string;
  readonly stdin: AsyncIterable<Buffer | string>;
  /** Addresses that requests may go to; `named` without it. */
  readonly allowed?: AllowedAddresses | undefined;
  /** Whether a person types it, who has all the time there is. */
  readonly isStdinTyped: boolean;
}
