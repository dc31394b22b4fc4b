/** A file that goes out: its name as a person will see it, and its bytes. */
export interface ExportedFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}
