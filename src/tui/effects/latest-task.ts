// Tasks of which only the latest counts: a new one aborts the one before.
export function createLatestTask() {
  let running = new AbortController();
  return {
    begin(): AbortSignal {
      running.abort();
      running = new AbortController();
      return running.signal;
    },
    stop: () => running.abort(),
  };
}
