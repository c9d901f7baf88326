// Options for packages: default, example and description out of a name.
import { mkPackageOption } from "confix";
import { type Case, defineGroup, fails, gives } from "../case.ts";

const file = "declare-mkPackageOption";
const hello = { type: "derivation", name: "hello", pname: "hello" };
const pkgs = { hello };
const odd = ["123", 'with"quote', "hello"];
const oddText = 'pkgs["123"]["with\\"quote"].hello';

function packageIs(option: string): Case {
  return gives(`config.${option}.pname`, [file], "hello");
}

function textIs(attribute: string, text: string): Case {
  const more = text === oddText ? { differs: "Documentation writes paths of packages" } : {};
  return gives(`options.${attribute}.text`, [file], text, more);
}

export default defineGroup({
  number: "31",
  title: "mkPackageOption",
  files: {
    [file]: {
      options: {
        package: mkPackageOption(pkgs, "hello"),
        namedPackage: mkPackageOption(pkgs, "Hello", { default: ["hello"] }),
        namedPackageSingletonDefault: mkPackageOption(pkgs, "Hello", { default: "hello" }),
        pathPackage: mkPackageOption(pkgs, ["hello"]),
        packageWithExample: mkPackageOption(pkgs, "hello", {
          example: "pkgs.hello.override({ stdenv: pkgs.clangStdenv })",
        }),
        packageWithPathExample: mkPackageOption(pkgs, "hello", { example: ["hello"] }),
        packageWithExtraDescription: mkPackageOption(pkgs, "hello", { extraDescription: "Example extra description." }),
        undefinedPackage: mkPackageOption(pkgs, "hello", { default: null }),
        nullablePackage: mkPackageOption(pkgs, "hello", { nullable: true, default: null }),
        nullablePackageWithDefault: mkPackageOption(pkgs, "hello", { nullable: true }),
        packageWithPkgsText: mkPackageOption(pkgs, "hello", { pkgsText: "myPkgs" }),
        packageFromOtherSet: mkPackageOption({ hello: { ...hello, pname: "hello-other" } }, "hello"),
        packageInvalidIdentifier: mkPackageOption({ "123": { 'with"quote': pkgs } }, odd),
        packageInvalidIdentifierExample: mkPackageOption(pkgs, "hello", { example: odd }),
      },
    },
  },
  cases: [
    packageIs("package"),
    packageIs("namedPackage"),
    gives("options.namedPackage.description", [file], "The Hello package to use."),
    gives("options.namedPackage.defaultText._type", [file], "literalExpression"),
    textIs("namedPackage.defaultText", "pkgs.hello"),
    packageIs("namedPackageSingletonDefault"),
    gives("options.namedPackageSingletonDefault.description", [file], "The Hello package to use."),
    textIs("namedPackageSingletonDefault.defaultText", "pkgs.hello"),
    packageIs("pathPackage"),
    gives("options.packageWithExample.example._type", [file], "literalExpression"),
    textIs("packageWithExample.example", "pkgs.hello.override({ stdenv: pkgs.clangStdenv })"),
    gives("options.packageWithPathExample.example._type", [file], "literalExpression"),
    textIs("packageWithPathExample.example", "pkgs.hello"),
    gives(
      "options.packageWithExtraDescription.description",
      [file],
      "The hello package to use. Example extra description.",
    ),
    fails("config.undefinedPackage", [file], [{ code: "missing-value", path: "undefinedPackage", files: [file] }]),
    gives("config.nullablePackage", [file], null),
    gives("options.nullablePackage.type.description", [file], "null or package"),
    packageIs("nullablePackageWithDefault"),
    textIs("packageWithPkgsText.defaultText", "myPkgs.hello"),
    gives("options.packageFromOtherSet.default.pname", [file], "hello-other"),
    packageIs("packageInvalidIdentifier"),
    textIs("packageInvalidIdentifier.defaultText", oddText),
    textIs("packageInvalidIdentifierExample.example", oddText),
  ],
});
