// Makes scripts of modules at random, with everything that may lead a reader of the text astray.
import * as fc from "fast-check";

/** Draws what makes up one script. */
export class ScriptMaker {
  readonly #draw: (limit: number) => number;
  #number = 100;
  readonly #variables: { readonly name: string; readonly canBeAssigned: boolean }[] = [];

  /** `draw` gives a number from 0 to below its limit. */
  constructor(draw: (limit: number) => number) {
    this.#draw = draw;
  }

  /** A script that exports a module; `isPlain`: nothing in it changes or hides what it defines. */
  script(isPlain: boolean): string {
    const lines: string[] = [];
    for (let count = this.#draw(4); count > 0; count -= 1) {
      lines.push(this.#declaration(isPlain));
      if (!isPlain && this.#draw(3) === 0) lines.push(this.#change());
    }
    lines.push(`export default ${this.#module(isPlain)}`);
    return lines.join("\n");
  }

  #pick<T>(...choices: readonly T[]): T {
    const picked = choices[this.#draw(choices.length)];
    if (picked === undefined) throw new Error("there is nothing to pick from");
    return picked;
  }

  #leaf(): string {
    this.#number += 1;
    return String(this.#number);
  }

  #name(): string {
    return this.#pick("a", "b", "c", "d");
  }

  #variable(): string {
    return this.#variables.length === 0 ? "nothing" : this.#pick(...this.#variables).name;
  }

  #declare(canBeAssigned: boolean): string {
    const name = `v${this.#variables.length}`;
    this.#variables.push({ name, canBeAssigned });
    return name;
  }

  #declaration(isPlain: boolean): string {
    const value = this.#object(2, isPlain);
    const old = this.#variable();
    if (isPlain || this.#draw(3) > 0) return `const ${this.#declare(false)} = ${value};`;
    switch (this.#draw(6)) {
      case 0:
        return `let ${this.#declare(true)} = ${value};`;
      case 1:
        return `const ${this.#declare(false)} = ${old};`;
      case 2:
        return `const ${this.#declare(false)} = { ${this.#name()}: ${old} };`;
      case 3:
        return `const { ${this.#name()}: ${this.#declare(false)} } = ${value};`;
      case 4:
        return `const { ${this.#name()}: ${this.#declare(false)} = ${value} } = ${old} ?? {};`;
      default:
        return `const [${this.#declare(false)}] = [${value}, ${old}];`;
    }
  }

  #change(): string {
    const [variable, name, leaf] = [this.#variable(), this.#name(), this.#leaf()];
    const canBeAssigned = this.#variables.some((each) => each.name === variable && each.canBeAssigned);
    const change = this.#pick(
      `${variable}.${name} = ${leaf};`,
      `${variable}["${name}"].${this.#name()} = ${leaf};`,
      `delete ${variable}.${name};`,
      `Object.assign(${variable}, { ${name}: ${leaf} });`,
      `((o) => { o.${name} = ${leaf}; })(${variable});`,
      `const get = () => ${variable}; get().${name} = ${leaf};`,
      `const set = (o) => { o.${name} = ${leaf}; }; set(${variable});`,
      `function set(o) { o.${name} = ${leaf}; } set(${variable});`,
      `for (const o of [${variable}]) o.${name} = ${leaf};`,
      `[${variable}].forEach((o) => { o.${name} = ${leaf}; });`,
      `Object.values(${variable}).forEach((o) => { o.${name} = ${leaf}; });`,
      `const { ${name}: inner } = ${variable}; inner.${this.#name()} = ${leaf};`,
      `const held = { o: ${variable} }; held.o.${name} = ${leaf};`,
      `const copy = { ...${variable} }; copy.${name}.${this.#name()} = ${leaf};`,
      `change(${variable}, "${name}", ${leaf});`,
      `const alias = ${variable} || {}; alias.${name} = ${leaf};`,
      `[${variable}.${name}] = [${leaf}];`,
      `({ x: ${variable}.${name} } = { x: ${leaf} });`,
      `class Holder { o = ${variable}; } new Holder().o.${name} = ${leaf};`,
      `console.log(Object.keys(${variable}));`,
      canBeAssigned ? `${variable} = ${this.#object(1, false)};` : ";",
    );
    return `try { ${change} } catch {}`;
  }

  #module(isPlain: boolean): string {
    const object = this.#object(3, isPlain);
    return this.#pick(
      object,
      `{ config: ${object} }`,
      `{ options: {}, config: ${object} }`,
      `() => (${object})`,
      `() => { return { config: ${object} }; }`,
      `defineModule({}).config(${object})`,
      `defineModule({ options: {} }).config(() => (${object}))`,
      isPlain ? object : `{ config: { ${this.#members(2, false)} } }`,
    );
  }

  #object(depth: number, isPlain: boolean): string {
    return `{ ${this.#members(depth, isPlain)} }`;
  }

  #members(depth: number, isPlain: boolean): string {
    const members: string[] = [];
    // Plain objects have every name once, so that nothing is lost.
    const names = ["a", "b", "c", "d"].slice(0, 1 + this.#draw(4));
    for (const plain of names) {
      const name = isPlain ? plain : this.#name();
      members.push(
        !isPlain && depth > 0 && this.#draw(4) === 0 ? this.#spread(depth) : this.#member(name, depth, isPlain),
      );
    }
    return members.join(this.#pick(", ", ",\n  ", " /* , */, "));
  }

  #member(name: string, depth: number, isPlain: boolean): string {
    const value = this.#value(depth - 1, isPlain);
    return this.#pick(
      `${name}: ${value}`,
      `"${name}": ${value}`,
      `['${name}']: ${value}`,
      `[\`${name}\`]: ${value}`,
      `get ${name}() { return ${value}; }`,
      `${name}() { return ${value}; }`,
      !isPlain && this.#draw(6) === 0 ? `["${name}".trim()]: ${value}` : `${name}: ${value}`,
    );
  }

  #spread(depth: number): string {
    const [variable, name] = [this.#variable(), this.#name()];
    return this.#pick(
      `...${variable}`,
      `...${variable}`,
      `...${variable}?.${name}`,
      `...${this.#object(depth - 1, false)}`,
      `...(yes ? ${this.#object(depth - 1, false)} : {})`,
      `...(no ? ${this.#object(depth - 1, false)} : ${variable})`,
      `...(yes && ${this.#object(depth - 1, false)})`,
      `...(no || ${variable})`,
      `...${this.#object(depth - 1, false)}`,
      `...same(${variable})`,
    );
  }

  #value(depth: number, isPlain: boolean): string {
    if (depth <= 0) return this.#leaf();
    const inner = this.#draw(3) === 0 ? this.#leaf() : this.#object(depth, isPlain);
    const wrapped = this.#pick(
      inner,
      inner,
      `(${inner})`,
      `mkForce(${inner})`,
      `when(yes, ${inner})`,
      `confix.mkOrder(5, mkDefault(${inner}))`,
      `() => (${inner})`,
      `({ config }) => { const x = 1; return ${inner}; }`,
      `Object.freeze(${inner})`,
    );
    if (isPlain || this.#draw(4) > 0) return wrapped;
    const variable = this.#variable();
    return this.#pick(
      wrapped,
      variable,
      `${variable}?.${this.#name()}`,
      `yes ? ${wrapped} : ${variable}`,
      `no ? ${wrapped} : ${variable}`,
      `(() => ${variable})()`,
      `same(${wrapped})`,
      `other.mkIf(yes, ${wrapped})`,
      `(({ ${this.#declareInner()} }) => (${wrapped}))`,
      `() => { if (no) return 1; return ${wrapped}; }`,
    );
  }

  // A parameter that hides a variable.
  #declareInner(): string {
    return this.#variable() === "nothing" ? "x" : this.#variable();
  }
}

/** A script by chance. */
export function randomScript(isPlain: boolean): fc.Arbitrary<string> {
  return fc.infiniteStream(fc.nat()).map((numbers) => {
    const draw = (limit: number): number => (numbers.next().value ?? 0) % limit;
    return new ScriptMaker(draw).script(isPlain);
  });
}
