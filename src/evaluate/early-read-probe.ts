// Stands for what is read of `config` by the very code in `options` that names it: finds out which option is read too
// early, and says so. (Of what the bodies of modules read, `6-assemble/config-view.ts` takes care.)
import type { Path } from "../kernel/path.ts";

/**
 * An object on which any chain of names may be read. `found` is told the longest chain; what cannot be answered without a
 * value (comparing, calling, listing) calls `stop`, which throws. Nothing has a value yet, so the tree of options is not
 * known either: only by letting the chain go on can the message name the option and not just its first part.
 */
export function earlyReadProbe(path: Path, found: (path: Path) => unknown, stop: (path: Path) => never): object {
  return new Proxy(target, {
    get: (_target, name) => {
      if (typeof name === "symbol") return stop(path);
      found([...path, name]);
      return earlyReadProbe([...path, name], found, stop);
    },
    // A call is of a method of the value: `config.list.map(…)` reads `list`.
    apply: () => stop(path.slice(0, -1)),
    has: () => stop(path),
    ownKeys: () => stop(path),
    getOwnPropertyDescriptor: () => stop(path),
    getPrototypeOf: () => stop(path),
  });
}

// A function, so that the proxy may be called.
const target = (): undefined => undefined;
