// Which VS Code the editor's suite runs in: VSCODE=npm (from the npm registry), VSCODE=download (the desktop build,
// fetched by @vscode/test-electron), or the path of an installed one.
export const choice = () => process.env.VSCODE ?? (process.platform === 'linux' ? 'npm' : 'download');

export const usesDesktop = () => choice() !== 'npm';
