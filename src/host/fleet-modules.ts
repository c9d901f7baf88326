// The modules that the hosts of a fleet have in common: loaded once, and lent to the evaluation of each host.
import type { Origin } from "../kernel/origin.ts";
import type { PlaceFinder, TextChange, TrailData } from "../kernel/trail.ts";
import {
  type HostArguments,
  type PreparedEvaluation,
  type PreparedParts,
  preloadGiven,
  prepareParts,
} from "./load-config.ts";
import type { RunningConfix } from "./scripts.ts";

/**
 * Finds places for one host after the other. What is known of common modules is kept with what finds their places, so that
 * must not be of one host: it may evaluate that once more to find them.
 */
class CurrentPlaces implements PlaceFinder {
  #finder: PlaceFinder | null = null;

  /** From here on, places are those of another host. */
  turnTo(finder: PlaceFinder): void {
    this.#finder = finder;
  }

  find(...args: Parameters<PlaceFinder["find"]>): Origin | null {
    return this.#finder?.find(...args) ?? null;
  }

  call(trail: TrailData): Origin | null {
    return this.#finder?.call?.(trail) ?? null;
  }

  rename(trail: TrailData, name: string): TextChange | null {
    return this.#finder?.rename?.(trail, name) ?? null;
  }

  wrap(trail: TrailData, call: string): TextChange | null {
    return this.#finder?.wrap?.(trail, call) ?? null;
  }
}

/** Common modules, and what evaluates a host with them: one host after the other. */
export class FleetModules {
  readonly #parts: PreparedParts;
  readonly #places = new CurrentPlaces();

  private constructor(parts: PreparedParts) {
    this.#parts = parts;
  }

  /**
   * Loads what is common: the modules of `args`, or else those of the configuration file, if there are any. Throws a
   * ConfixError if a file is missing or wrong.
   */
  static async load(running: RunningConfix, args: HostArguments): Promise<FleetModules> {
    return new FleetModules(await prepareParts(running, args));
  }

  /**
   * Loads the module of one host, by its path, and returns what evaluates it behind the common ones; everything that is
   * loaded is kept for the next. Throws a ConfixError if a file is missing or wrong.
   */
  async forHost(file: string): Promise<PreparedEvaluation> {
    const { modules, later, specialArgs, placesIn } = this.#parts;
    this.#places.turnTo(placesIn(() => whole));
    const loader = this.#parts.loader.another(this.#places);
    const path = loader.resolve(file, null);
    const before = [...(modules ?? []), path];
    await preloadGiven([path], { modules: before, specialArgs, loader });
    const whole: PreparedEvaluation = { modules: [...before, ...later], specialArgs, loader };
    return whole;
  }
}
