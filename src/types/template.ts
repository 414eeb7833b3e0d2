/** What a property of a template's component holds: free text, a whole number, ids of metrics, or one of these words. */
export type PropertyRule = 'text' | 'number' | 'metric' | 'metrics' | 'metric-or-none' | readonly string[];

/** Properties of each component, by its name and theirs. */
export type ComponentProperties = Record<string, Record<string, PropertyRule>>;
