// What the SSH server can be told: its settings, keys and addresses.
import { defineSubmodule, mkOption, type OptionType, types } from "confix";
import { attrsNamed } from "../named-attrs.ts";
import type { SshSetting } from "./config-text.ts";

const line = types.singleLineStr;

/** Any setting of `sshd_config`. */
const setting: OptionType<SshSetting> = types.nullOr(
  types.oneOf([types.bool, types.int, line, types.listOf(types.either(line, types.int))]),
);

/** Settings of `sshd_config` by name; those that most people set are declared, all others are taken as well. */
const declaredSettings = defineSubmodule({
  freeformType: attrsNamed(
    { what: "the name of a setting of sshd", allowed: "letters and digits", pattern: /^[A-Za-z][A-Za-z0-9]*$/ },
    setting,
  ),
  options: {
    PermitRootLogin: mkOption({
      type: types.nullOr(types.enum(["yes", "prohibit-password", "forced-commands-only", "no"])),
      default: "prohibit-password",
      example: "no",
      description: "Whether and how root can log in.",
    }),
    PasswordAuthentication: mkOption({
      type: types.nullOr(types.bool),
      default: true,
      example: false,
      description: "Whether users can log in with a password.",
    }),
    KbdInteractiveAuthentication: mkOption({
      type: types.nullOr(types.bool),
      default: true,
      example: false,
      description: "Whether users can log in by answering questions, their password among them.",
    }),
    X11Forwarding: mkOption({
      type: types.nullOr(types.bool),
      default: false,
      example: true,
      description: "Whether users can run graphical programs.",
    }),
    LogLevel: mkOption({
      type: types.nullOr(
        types.enum(["QUIET", "FATAL", "ERROR", "INFO", "VERBOSE", "DEBUG", "DEBUG1", "DEBUG2", "DEBUG3"]),
      ),
      default: "INFO",
      example: "VERBOSE",
      description: "How much is noted in the journal.",
    }),
    AllowUsers: mkOption({
      type: types.nullOr(types.listOf(line)),
      default: null,
      example: ["ada", "grace@192.0.2.*"],
      description: "The users who can log in. Null: all.",
    }),
  },
});

/** The settings of the server. */
export const sshSettings = withOthers(types.submodule(declaredSettings));

type Others = Readonly<Record<string, SshSetting>>;

function withOthers<T, I>(type: OptionType<T, I>): OptionType<T & Others, I & Others> {
  // The cast: TypeScript does not look at `freeformType`, which takes all settings that are not declared.
  return type as OptionType<T & Others, I & Others>;
}

/** A key of the machine. */
export const hostKey = defineSubmodule({
  options: {
    path: mkOption({
      type: types.path,
      example: "/etc/ssh/ssh_host_ed25519_key",
      description: "The file with the key.",
    }),
  },
});

/** An address at which the server listens. */
export const listenAddress = defineSubmodule({
  options: {
    addr: mkOption({
      type: types.strMatching(/[^\s"#]+/),
      example: "192.0.2.1",
      description: "An IP address or a host name.",
    }),
    port: mkOption({
      type: types.nullOr(types.port),
      default: null,
      example: 2222,
      description: "The port. Null: those of `services.openssh.ports`.",
    }),
  },
});

/** What users get beside their other options. */
export const authorizedKeys = defineSubmodule({
  options: {
    openssh: {
      authorizedKeys: {
        keys: mkOption({
          type: types.listOf(line),
          default: [],
          example: ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJxH ada@example.org"],
          description: "Public keys with which the user can log in by SSH.",
        }),
      },
    },
  },
});
