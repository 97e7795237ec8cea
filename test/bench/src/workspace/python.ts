import { type FileContext, grown } from './plan';
import type { Random } from './random';
import { PYTHON_USES } from './uses';
import { pascal, wordsOf } from './words';

/** A module of a Django application: models, views, serializers, tasks, tests. */
export function pythonText({ random, path, size, siblings, usesService }: FileContext): string {
  if (path.endsWith('__init__.py')) return '';
  const use = usesService ? random.pick(PYTHON_USES) : undefined;
  const imports = ['import logging', 'from datetime import timedelta', ...localImports(random, siblings)];
  if (path.includes('/tests/')) imports.push('import pytest');
  if (/models|migrations/.test(path)) imports.push('from django.db import models');
  const head = `${[...imports, ...(use?.imports ?? [])].join('\n')}\n\nlogger = logging.getLogger(__name__)\n`;
  return grown(head + (use === undefined ? '' : `\n\n${use.code}\n`), size, () => unitOf(random, path));
}

function localImports(random: Random, siblings: readonly string[]): readonly string[] {
  const words = wordsOf(random);
  return Array.from({ length: random.int(1, 5) }, () => {
    const module = random.pick(siblings).replace(/\.py$/, '').replaceAll('/', '.');
    return `from ${module} import ${pascal(words.thing())}, ${words.verb()}_${words.thing()}`;
  });
}

function unitOf(random: Random, path: string): string {
  if (/models/.test(path)) return modelClass(random);
  if (path.includes('/tests/')) return testFunction(random);
  return random.chance(0.3) ? serviceClass(random) : plainFunction(random);
}

function modelClass(random: Random): string {
  const words = wordsOf(random);
  const name = pascal(words.thing());
  const fields = Array.from({ length: random.int(3, 9) }, () => {
    const kind = random.pick([
      'CharField(max_length=255, blank=True)',
      'IntegerField(default=0)',
      'DecimalField(max_digits=12, decimal_places=3)',
      'BooleanField(default=False)',
      'DateTimeField(auto_now_add=True)',
      `ForeignKey("${pascal(words.thing())}", related_name="${words.thing()}s", on_delete=models.CASCADE)`,
    ]);
    return `    ${words.field()} = models.${kind}\n`;
  });
  return `\n\nclass ${name}(models.Model):\n    """${words.sentence()}"""\n\n${fields.join('')}\n    class Meta:\n        ordering = ("${words.field()}", "pk")\n\n    def __str__(self) -> str:\n        return f"{self.${words.field()}} ({self.${words.field()}})"\n`;
}

function plainFunction(random: Random): string {
  const words = wordsOf(random);
  const [verb, thing, other, field] = [words.verb(), words.thing(), words.thing(), words.field()];
  return `

def ${verb}_${thing}(${thing}s: list[dict], ${other}: str | None = None) -> dict[str, int]:
    """${words.sentence()}"""
    totals: dict[str, int] = {}
    for index, ${thing} in enumerate(sorted(${thing}s, key=lambda entry: entry["${field}"])):
        if ${thing}.get("${words.field()}") == "${words.field()}" and ${other} is not None:
            logger.debug("%s of %s is left out", ${thing}["${field}"], ${other})
            continue
        totals[${thing}["${field}"]] = totals.get(${thing}["${field}"], 0) + index * ${random.int(2, 90)}
    return {key: value for key, value in totals.items() if value > ${random.int(1, 20)}}
`;
}

function serviceClass(random: Random): string {
  const words = wordsOf(random);
  const methods = Array.from({ length: random.int(2, 5) }, () => {
    const [verb, thing, field] = [words.verb(), words.thing(), words.field()];
    return `
    def ${verb}_${thing}(self, ${thing}_id: int, *, ${field}: str = "${words.field()}", force: bool = False):
        ${thing} = self.${words.thing()}s.filter(pk=${thing}_id, ${field}=${field}).select_related("${words.thing()}").first()
        if ${thing} is None or (not force and ${thing}.${words.field()} < self.limit):
            raise ValueError("There is no ${thing} of that ${field}.")
        with transaction.atomic():
            ${thing}.${words.field()} += ${random.int(1, 9)}
            ${thing}.save(update_fields=["${words.field()}"])
        return ${thing}
`;
  });
  return `\n\nclass ${pascal(words.thing())}Service:\n    """${words.sentence()}"""\n\n    limit = ${random.int(1, 500)}\n${methods.join('')}`;
}

function testFunction(random: Random): string {
  const words = wordsOf(random);
  const [verb, thing, field] = [words.verb(), words.thing(), words.field()];
  return `

@pytest.mark.django_db
def test_${verb}_${thing}_${random.int(1, 999)}(${thing}, api_client):
    # given
    ${thing}.${field} = "${words.field()}"
    ${thing}.save(update_fields=["${field}"])

    # when
    response = api_client.post("/${thing}s/", {"${field}": ${thing}.${field}, "${words.field()}": ${random.int(1, 99)}})

    # then
    assert response.status_code == 201
    assert response.json()["${words.field()}"] == ${random.int(1, 99)}
`;
}
