// Work of which only the latest counts: what was begun before is broken off.
export function createLatest() {
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
