import { outputOf } from './measure/process';
import type { SameResult } from './report/results';
import type { Ours } from './tools/ours';

/** Whether the answer is the same, byte by byte, whatever was looked at and whatever was known before. */
export async function compareOutputs(
  title: string,
  { cold, readAll, filling, warm, edited }: Ours,
): Promise<SameResult> {
  const expected = await outputOf(cold);
  const others = [];
  for (const program of [readAll, filling, warm]) {
    others.push({ name: program.name, isSame: (await outputOf(program)).name === expected.name });
  }
  const afterEdit = await outputOf(edited);
  const coldAfterEdit = await outputOf(cold);
  others.push({ name: edited.name, isSame: afterEdit.name === coldAfterEdit.name });
  return { title, bytes: expected.bytes, others };
}
