/// <reference types="@astrojs/starlight/locals" />
import type { HandbookModel } from '../../types/handbook-model.ts';
import type { Locale } from '../../types/locale.ts';

declare global {
  namespace App {
    interface Locals {
      /** What a page of the handbook is made of, and its language. */
      handbook?: { model: HandbookModel; locale: Locale };
    }
  }
}
