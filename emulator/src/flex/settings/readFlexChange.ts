import { isAbsolute } from 'node:path';
import { isObject } from '../../kernel/isObject';
import { InvalidInput, optional, readFields, readList, readText } from '../../kernel/jsonFields';
import type { FlexPage, FlexPlugin, FlexSettingsChange } from './flexSettings';

const MAX_ITEMS = 100;
/** A page's name is a label of a host name. */
const PAGE_NAME = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/;

type Values = Readonly<Record<string, unknown>>;

function readValues(value: unknown, name: string): Values {
  if (isObject(value)) return value;
  throw new InvalidInput(`${name} must be a JSON object`);
}

function readPage(name: string, value: unknown): FlexPage {
  if (!PAGE_NAME.test(name))
    throw new InvalidInput(`A page can't be named "${name}": small letters and digits only`);
  const fields = readFields(value, `The page ${name}`, ['identity', 'label', 'description']);
  return {
    identity: fields['identity'] === undefined ? name : readText(fields, 'identity'),
    ...optional(fields, 'label', () => readText(fields, 'label')),
    ...optional(fields, 'description', () => readText(fields, 'description')),
  };
}

function readPages(value: unknown): Readonly<Record<string, FlexPage>> {
  const pages = Object.entries(readValues(value, 'pages'));
  if (pages.length > MAX_ITEMS) throw new InvalidInput(`There can be ${MAX_ITEMS} pages at most`);
  return Object.fromEntries(pages.map(([name, page]) => [name, readPage(name, page)]));
}

function readPlugin(value: unknown): FlexPlugin {
  const fields = readFields(value, 'A plugin', ['name', 'version', 'file']);
  const file = readText(fields, 'file');
  if (!isAbsolute(file)) throw new InvalidInput("A plugin's file must be an absolute path");
  return { name: readText(fields, 'name'), version: readText(fields, 'version'), file };
}

function readFeature(value: unknown): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new InvalidInput('features must be texts');
}

/** Reads a change of the local Flex as posted. Throws InvalidInput, naming the field. */
export function readFlexChange(value: unknown): FlexSettingsChange {
  const fields = readFields(value, 'The local Flex', [
    'workspaceSid',
    'pages',
    'plugins',
    'uiAttributes',
    'features',
    'appConfig',
  ]);
  return {
    ...optional(fields, 'workspaceSid', () => readText(fields, 'workspaceSid')),
    ...optional(fields, 'pages', () => readPages(fields['pages'])),
    ...optional(fields, 'plugins', () => readList(fields, 'plugins', MAX_ITEMS, readPlugin)),
    ...optional(fields, 'uiAttributes', () => readValues(fields['uiAttributes'], 'uiAttributes')),
    ...optional(fields, 'features', () => readList(fields, 'features', MAX_ITEMS, readFeature)),
    ...optional(fields, 'appConfig', () => readValues(fields['appConfig'], 'appConfig')),
  };
}
