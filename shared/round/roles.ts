import { z } from 'zod';

/** The three roles (评审委员、秘书处、监督员). A person has exactly one. */
export const roles = ['expert', 'secretariat', 'observer'] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

/** Who carries out a use case: a signed-in person, or the command line on the account that runs it. */
export type Actor =
  | { readonly kind: 'person'; readonly id: number; readonly name: string; readonly role: Role }
  | { readonly kind: 'command-line'; readonly account: string };
