// Paths in and around the Nix store, which the groups about paths share.

const store = "/nix/store";
const bash = "0fb3ykw9r5hpayd05sr0cizwadzq1d8q-bash-5.2-p15";

/** What lies in an object of the store, and what does not. */
export const storePaths = {
  inside: [
    `${store}/0lz9p8xhf89kb1c1kk6jxrzskaiygnlh-bash-5.2-p15.drv`,
    `${store}/${bash}`,
    `${store}/${bash}/bin/bash`,
  ],
  outside: ["", store, `${store}/`, `${store}/.links`, "/foo/bar"],
} as const;

/** Paths under numbered names: `ok1`, `ok2`, … */
export function pathsByName(name: string, paths: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(paths.map((path, at) => [`${name}${at + 1}`, path]));
}
