# The options of test/docs/render-json.test.ts for nixpkgs, and what its documentation makes a file of: what is neither
# internal nor invisible, by name, without the fields that only said so.
{ library }:
let
  lib = import library;
  inherit (lib) mkOption mkEnableOption types literalExpression literalMD;
  site = {
    options.root = mkOption { type = types.str; description = "The root."; example = "/srv"; };
    options.secret = mkOption { type = types.str; internal = true; };
  };
  module = {
    _file = "web.ts";
    options = {
      web = {
        enable = mkEnableOption "the server";
        port = mkOption { type = types.port; default = 80; description = "Where."; };
        sites = mkOption { type = types.attrsOf (types.submodule site); default = { }; description = "Sites."; };
        list = mkOption { type = types.listOf (types.submodule site); description = "More."; };
        text = mkOption { type = types.nullOr types.str; defaultText = literalMD "as *it* is"; default = throw "no"; description = "T."; };
        code = mkOption { type = types.int; defaultText = literalExpression "config.a + 1"; default = throw "no"; description = "C."; };
        fixed = mkOption { type = types.bool; readOnly = true; default = true; description = "F."; };
        hidden = mkOption { type = types.submodule site; visible = false; description = "H."; };
        shallow = mkOption { type = types.submodule site; visible = "shallow"; description = "S."; };
        through = mkOption { type = types.submodule site; visible = "transparent"; description = "T."; };
        inner = mkOption { type = types.int; internal = true; description = "I."; };
        "odd name".x = mkOption { type = types.int; description = "O."; relatedPackages = [ "tmux" [ "a" "b" ] { name = "c"; title = "Sea"; comment = "A comment."; } ]; };
        none = mkOption { type = types.int; description = "N."; relatedPackages = [ ]; };
      };
    };
  };
  all = lib.optionAttrSetToDocList (lib.evalModules { modules = [ module ]; }).options;
  packages = map (
    given:
    let
      from = if lib.isString given then { name = given; } else if lib.isList given then { path = given; } else given;
      name = from.name or (lib.concatStringsSep "." from.path);
      label = lib.optionalString (from ? title) "${from.title} aka " + "`pkgs.${name}`";
      address = "https://search.nixos.org/packages?show=${name}&sort=relevance&query=${name}";
    in
    "- [${label}](\n    ${address}\n  )" + lib.optionalString (from ? comment) "\n\n  ${from.comment}" + "\n"
  );
  shown = lib.filter (option: option.visible && !option.internal && lib.head option.loc != "_module") all;
  entry =
    option:
    removeAttrs option [ "name" "visible" "internal" ]
    // lib.optionalAttrs (option.relatedPackages or [ ] != [ ]) {
      relatedPackages = lib.concatStrings (packages option.relatedPackages);
    };
in
lib.listToAttrs (map (option: lib.nameValuePair option.name (entry option)) shown)
