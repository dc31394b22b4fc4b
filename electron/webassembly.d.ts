/** As much of the platform's WebAssembly as this program uses; the types of Node leave it to those of a browser. */
declare namespace WebAssembly {
  /** Compiled code; what may be done with it is `Instance`'s. */
  interface Module {
    readonly module?: never;
  }
  interface Instance {
    readonly exports: unknown;
  }
  const Module: new (bytes: Uint8Array) => Module;
  const Instance: new (module: Module) => Instance;
}
