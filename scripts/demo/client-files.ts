import type { ExportFile } from './export-file.ts';

/** Everything of one client's folder, before it becomes files. Tables have their header as the first row. */
export interface DemoClient {
  id: string;
  profile: object;
  sources: object;
  exports: Record<string, ExportFile[]>;
  targets: string[][];
  mediaPlan: string[][];
  work: string[][];
  plan: string[][];
  events: string[][];
  initiatives: string[][];
}
