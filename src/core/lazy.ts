// What is made when it is first asked for.

/** Makes a value once, at the first call. */
export function lazy<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Makes the value of each thing once, at the first call for it. */
export function lazyFor<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, () => Value>();
  return (key) => {
    const value = made.get(key) ?? lazy(() => make(key));
    made.set(key, value);
    return value();
  };
}
