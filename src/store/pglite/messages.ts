/** What the thread is asked. */
export type Request =
  | {
      readonly id: number;
      readonly kind: 'query';
      readonly text: string;
      readonly values?: readonly unknown[];
    }
  | { readonly id: number; readonly kind: 'close' };

/** What it answers; id 0 once it is open. */
export type Answer =
  | { readonly id: number; readonly rows: Record<string, unknown>[]; readonly affected: number }
  | {
      readonly id: number;
      readonly error: {
        readonly message: string;
        readonly code?: string | undefined;
        readonly detail?: string | undefined;
        readonly constraint?: string | undefined;
      };
    };
