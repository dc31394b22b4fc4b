/** An actor as the record writes it (`secretariat:3:王敏`, `command-line:wang`), for a person to read. */
export function actorName(actor: string): string {
  const [kind = '', ...rest] = actor.split(':');
  return kind === 'command-line' ? `命令行（${rest.join(':')}）` : rest.slice(1).join(':');
}
