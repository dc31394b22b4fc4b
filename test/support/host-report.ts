import type { FullConfig, FullResult, Reporter } from '@playwright/test/reporter';

/** Says at the end which hosts the specs ran in, so that a missing Electron never passes for a tested one. */
export default class HostReport implements Reporter {
  #hosts: string[] = [];

  onBegin(config: FullConfig): void {
    this.#hosts = config.projects.map((project) => project.name);
  }

  onEnd(_result: FullResult): void {
    const electron = this.#hosts.includes('electron');
    console.log(
      electron
        ? 'End-to-end tests ran in both hosts: loopback (Chromium) and Electron.'
        : 'End-to-end tests ran on loopback (Chromium) only. The Electron part was NOT run: no Electron runtime on this machine.',
    );
  }

  printsToStdio(): boolean {
    return false;
  }
}
