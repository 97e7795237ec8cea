import Anthropic from '@anthropic-ai/sdk';

const MODEL = process.env.ANTHROPIC_MODEL ?? 'claude-sonnet-4-20250514';

const client = new Anthropic({ apiKey: process.env.ANTHROPIC_API_KEY, timeout: 30_000 });

/** Writes the description of a product from its name and its features. */
export async function describe(name: string, features: readonly string[]): Promise<string> {
  const answer = await client.messages.create({
    model: MODEL,
    max_tokens: 400,
    messages: [{ role: 'user', content: `Describe ${name}: ${features.join(', ')}` }],
  });
  const [first] = answer.content;
  return first?.type === 'text' ? first.text : '';
}
