import { shape, type ShapeKind } from '../shape.ts';
import { textComponent } from '../text-component.ts';

/** A sign the fonts lack, drawn. */
export const Shape = textComponent(({ kind }: { kind: ShapeKind }) => shape(kind));
