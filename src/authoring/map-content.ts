// Rebuilds a property around changed content.
import { propertyBrand } from "../model/brands.ts";
import {
  type AnyProperty,
  makeDefinition,
  makeIf,
  makeMerge,
  makeOrder,
  makeOverride,
  type Property,
} from "../model/property.ts";

/** The same property around what `change` makes of its content; of each of its contents, if there are several. */
export function mapContent(property: AnyProperty, change: (content: unknown) => unknown): Property<unknown, never> {
  switch (property[propertyBrand]) {
    case "if":
      return makeIf(property.condition, change(property.content));
    case "merge":
      return makeMerge(property.contents.map(change));
    case "override":
      return makeOverride(property.priority, change(property.content));
    case "order":
      return makeOrder(property.priority, change(property.content));
    case "definition":
      return makeDefinition(property.origin, change(property.content), property.args);
  }
}
