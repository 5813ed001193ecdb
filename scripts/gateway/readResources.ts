import path from 'node:path';
import { listFiles } from '../services/listFiles';
import { resourceOf, type Visibility } from '../services/resource';

/** Who may reach what, by URL path, read from the names of a service's built functions and assets. */
export function readResources(distDir: string): Map<string, Visibility> {
  const resources = new Map<string, Visibility>();
  const add = (url: string, visibility: Visibility): void => {
    resources.set(url, visibility);
    // Twilio serves the asset /index.html for / as well ("Assets", root asset).
    if (url === '/assets/index.html' || url === '/index.html') resources.set('/', visibility);
  };
  for (const file of listFiles(path.join(distDir, 'assets'))) {
    const { path: url, visibility } = resourceOf(file);
    add(url, visibility);
  }
  for (const file of listFiles(path.join(distDir, 'functions'))) {
    if (!file.endsWith('.js')) continue;
    const { path: url, visibility } = resourceOf(file, '.js');
    add(url, visibility);
  }
  return resources;
}
