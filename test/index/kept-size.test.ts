import { expect, test } from 'vitest';
import { buildSnapshot } from '../../server/src/index/build-snapshot';
import { Kept } from '../../server/src/index/kept';
import { testAssets } from '../host/support';
import { extract } from '../support/extract';

const EDITS = 400;

test('modules that are typed and gone again are not remembered without end, and nothing else is told by that', async () => {
  const { catalog } = await testAssets();
  const kept = new Kept(50);
  const other = await extract('shop/pay.py', 'import stripe\n');
  let most = 0;
  for (let n = 0; n < EDITS; n += 1) {
    const files = [
      await extract('shop/app.py', `from .typed_${n} import key\nkey.Charge.create(os.environ["SHOP_KEY"])\n`),
      other,
    ];
    const snapshot = buildSnapshot(0, files, [], catalog, [], kept);
    most = Math.max(most, kept.size);
    if (n % 100 === 99) expect(snapshot).toEqual(buildSnapshot(0, files, [], catalog));
  }
  expect(most).toBeGreaterThan(50);
  expect(most).toBeLessThan(80);
});

test('a file that came and went leaves nothing behind', async () => {
  const { catalog } = await testAssets();
  const kept = new Kept();
  const stays = await extract('shop/pay.py', 'import stripe\n');
  const beside = async (name: string) => [
    stays,
    await extract(`shop/${name}.py`, 'from .pay import stripe\nstripe.Charge.create(amount=1)\n'),
  ];
  buildSnapshot(0, await beside('view'), [], catalog, [], kept);
  buildSnapshot(0, [stays], [], catalog, [], kept);
  const before = kept.size;
  for (let n = 0; n < EDITS; n += 1) {
    buildSnapshot(0, await beside(`view_${n}`), [], catalog, [], kept);
    buildSnapshot(0, [stays], [], catalog, [], kept);
  }
  expect(kept.size).toBe(before);
});
