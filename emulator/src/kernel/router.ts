/** What a router keeps per path: anything with a pattern like `/v1/Workspaces/:workspaceSid`. */
interface Patterned {
  readonly pattern: string;
}

export interface RouteMatch<T> {
  readonly route: T;
  readonly params: Readonly<Record<string, string>>;
}

/** Finds what was registered for a key (e.g. a method and host label) and a path. */
export interface Router<T> {
  add(key: string, route: T): void;
  find(key: string, path: string): RouteMatch<T> | undefined;
}

interface Node<T> {
  readonly children: Map<string, Node<T>>;
  parameter: Node<T> | undefined;
  end: { readonly route: T; readonly names: readonly string[] } | undefined;
}

const createNode = <T>(): Node<T> => ({ children: new Map(), parameter: undefined, end: undefined });

const splitPath = (path: string): string[] => path.split('/').slice(1);

/** Undefined for a segment that is not valid percent-encoding: such a path matches nothing. */
function decodeSegment(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

/** A tree of path segments per key; a literal segment wins over a parameter, as in Twilio's own documentation. */
export function createRouter<T extends Patterned>(): Router<T> {
  const roots = new Map<string, Node<T>>();

  const descend = (
    node: Node<T>,
    segments: readonly string[],
    depth: number,
    values: string[],
  ): Node<T> | undefined => {
    const segment = segments[depth];
    if (segment === undefined) return node.end ? node : undefined;
    const literal = node.children.get(segment);
    const found = literal && descend(literal, segments, depth + 1, values);
    if (found || !node.parameter || segment === '') return found;
    const value = decodeSegment(segment);
    if (value === undefined) return undefined;
    values.push(value);
    const viaParameter = descend(node.parameter, segments, depth + 1, values);
    if (!viaParameter) values.pop();
    return viaParameter;
  };

  return {
    add(key, route) {
      let node = roots.get(key);
      if (!node) roots.set(key, (node = createNode<T>()));
      const names: string[] = [];
      for (const segment of splitPath(route.pattern)) {
        let next: Node<T> | undefined;
        if (segment.startsWith(':')) {
          names.push(segment.slice(1));
          next = node.parameter ??= createNode<T>();
        } else {
          next = node.children.get(segment);
          if (!next) node.children.set(segment, (next = createNode<T>()));
        }
        node = next;
      }
      if (node.end) throw new Error(`Two routes for ${key} ${route.pattern}`);
      node.end = { route, names };
    },
    find(key, path) {
      const root = roots.get(key);
      const values: string[] = [];
      const end = root && descend(root, splitPath(path), 0, values)?.end;
      if (!end) return undefined;
      return {
        route: end.route,
        params: Object.fromEntries(end.names.map((name, i) => [name, values[i] ?? ''])),
      };
    },
  };
}
