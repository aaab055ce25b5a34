// Stands for yoga-layout's first file, which awaits its WebAssembly at the top of a module and fetches
// it from a data: URL, 30 ms together: here it is compiled where it stands.

import loadYoga, {
  yogaWasm,
} from '../../../node_modules/yoga-layout/dist/binaries/yoga-wasm-base64-esm.js';
import wrapAssembly from '../../../node_modules/yoga-layout/dist/src/wrapAssembly.js';

export * from '../../../node_modules/yoga-layout/dist/src/generated/YGEnums.js';
export default wrapAssembly(openAssembly());

function openAssembly(): object {
  const host: Parameters<typeof loadYoga>[0] = {
    instantiateWasm(imports, received) {
      const module = new WebAssembly.Module(Buffer.from(yogaWasm, 'base64'));
      const instance = new WebAssembly.Instance(module, imports);
      received(instance);
      return instance.exports;
    },
  };
  void loadYoga(host);
  return host;
}
