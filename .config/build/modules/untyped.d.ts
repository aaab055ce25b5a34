// The types of what is imported without any, as far as the modules here go.

declare module 'yargs-parser/browser' {
  interface Parse {
    (argv: readonly string[], options: object): object;
    camelCase(name: string): string;
    decamelize(name: string): string;
  }
  const parse: Parse;
  export default parse;
}

declare module '*/yoga-wasm-base64-esm.js' {
  /** What Emscripten calls to have its WebAssembly made; it fills the host with what that offers. */
  interface Host {
    instantiateWasm(imports: object, received: (instance: WebAssembly.Instance) => void): object;
  }
  export default function loadYoga(host: Host): Promise<object>;
  /** The WebAssembly in base64, by an edit of the package. */
  export const yogaWasm: string;
}

declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    constructor(module: Module, imports: object);
    readonly exports: object;
  }
}
