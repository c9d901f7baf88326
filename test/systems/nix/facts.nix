# What nixpkgs' lib.systems says, for inputs in a JSON file: { elaborate, parse, run }. A value that is refused is null.
{ library, inputs }:
let
  lib = import library;
  inherit (lib) systems;
  given = builtins.fromJSON (builtins.readFile inputs);

  # Functions and what only Nix needs are no data.
  data =
    value:
    if builtins.isAttrs value then
      builtins.mapAttrs (_: data) (
        lib.filterAttrs (name: member: name != "_type" && name != "assertions" && !(builtins.isFunction member)) value
      )
    else if builtins.isList value then
      map data value
    else
      value;
  orNull =
    value:
    let
      tried = builtins.tryEval (builtins.deepSeq value value);
    in
    if tried.success then tried.value else null;

  elaborated =
    input:
    let
      platform = systems.elaborate input;
      # These two fail in a way that cannot be caught.
      withoutNim = removeAttrs platform ([ "_withoutFunctions" ] ++ lib.optional platform.isMips "nim");
      extensions =
        if platform.extensions ? sharedLibrary then
          platform.extensions
        else
          removeAttrs platform.extensions [ "library" ];
    in
    builtins.seq platform (data (withoutNim // { inherit extensions; }));

  parsed =
    string:
    let
      system = systems.parse.mkSystemFromString string;
    in
    {
      parsed = data system;
      double = systems.parse.doubleFromSystem system;
      triple = systems.parse.tripleFromSystem system;
    };

  packagesOf = host: {
    stdenv.hostPlatform = host;
    winePackagesFor = name: { minimal = name; };
    qemu-user = "qemu-user";
    wasmtime = "wasmtime";
    nodejs-slim = "nodejs-slim";
    mmixware = "mmixware";
    writeShellScriptBin = name: _: {
      type = "derivation";
      outPath = "native";
      inherit name;
      meta.mainProgram = name;
    };
  };
  run =
    host: target:
    let
      packages = packagesOf host;
    in
    [
      (host.canExecute target)
      (systems.parse.isCompatible host.parsed.cpu target.parsed.cpu)
      (if target.emulatorAvailable packages then target.emulator packages else null)
    ];
  runners = map systems.elaborate given.run;
in
{
  elaborate = map (input: orNull (elaborated input)) given.elaborate;
  parse = map (string: orNull (parsed string)) given.parse;
  run = map (host: map (run host) runners) runners;
}
