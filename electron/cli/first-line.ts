/** The first line of a stream, without its end; what follows is not waited for. */
export async function firstLine(stream: AsyncIterable<string | Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of stream) {
    text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    if (/[\r\n]/.test(text)) break;
  }
  return text.split(/[\r\n]/, 1)[0] ?? '';
}
