import type { Fact } from '../../../model/facts';
import { at, entriesOf, textOf, walk } from '../../data/data';
import { listed } from '../config-file';
import { envDeclarations } from '../env-facts';
import { hostingReader } from './hosting-reader';

/** CloudFormation's templates and those of its serverless dialect (SAM): the variables that functions are given. */
export const cloudFormationReader = hostingReader(
  'cloudformation',
  /(^|\/)(?:template|sam|cloudformation)(?:[.\-_][\w-]+)?\.(?:ya?ml|json)$/,
  (root, parsed) => {
    const isSam = /^AWS::Serverless/.test(textOf(at(root, 'Transform')) ?? '');
    const resources = entriesOf(at(root, 'Resources'));
    if (!isSam && at(root, 'AWSTemplateFormatVersion') === undefined) return undefined;
    const facts: Fact[] = [];
    walk(root, (data) => facts.push(...envDeclarations(parsed, at(data, 'Environment', 'Variables'), 'hosting')));
    const kinds = resources.flatMap(({ value }) => textOf(at(value, 'Type')) ?? []);
    return {
      name: isSam ? 'sam.yaml' : 'cloudformation.yaml',
      details: { resources: listed([...new Set(kinds)]) },
      facts,
    };
  },
);
