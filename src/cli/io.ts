// What a command sees of the world. Only bin.ts touches the process itself.

/** Where text goes. */
export interface TextOutput {
  /** Resolves when the text is on its way. */
  write(text: string): Promise<void>;
  /** Whether a person reads it as it comes. */
  readonly isTerminal: boolean;
  /** How wide the terminal is. Absent: nobody knows. */
  readonly columns?: number | undefined;
}

/** Everything a command reads and writes besides files. */
export interface CliIo {
  readonly stdout: TextOutput;
  readonly stderr: TextOutput;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** All of standard input. */
  readStdin(): Promise<Uint8Array>;
  /**
   * Calls `listener` instead of ending the process when its user does (Ctrl-C), until the function is called that is
   * returned. It is given what ends the process after all, as the user meant. Absent: nobody can.
   */
  onInterrupt?(listener: (end: () => void) => void): () => void;
}
