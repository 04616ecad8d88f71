import type { Command, Option } from 'commander';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** One command with all that can follow it. */
interface Node {
  /** The words that lead to it, the program's name left out: `['decide', 'rule']`. */
  readonly path: readonly string[];
  readonly summary: string;
  readonly commands: readonly string[];
  readonly options: readonly Option[];
}

/** A completion script for a shell, made of the command tree itself. */
export function completionScript(program: Command, shell: Shell): string {
  const nodes = nodesOf(program, []);
  return { bash, zsh, fish }[shell](program.name(), nodes);
}

function nodesOf(command: Command, path: readonly string[]): Node[] {
  const node: Node = {
    path,
    summary: command.summary() || command.description(),
    commands: command.commands.map(each => each.name()),
    options: command.options.filter(option => !option.hidden),
  };
  return [node, ...command.commands.flatMap(each => nodesOf(each, [...path, each.name()]))];
}

const flagsOf = (option: Option): string[] => [option.short, option.long].filter(flag => flag != null);
const wordsOf = (node: Node): string[] => [...node.commands, ...node.options.flatMap(flagsOf), '--help'];

function bash(name: string, nodes: readonly Node[]): string {
  const cases = nodes.map(node => `    "${node.path.join(' ')}") words="${wordsOf(node).join(' ')}" ;;`);
  const commands = nodes.filter(node => node.path.length > 0).map(node => `"${node.path.join(' ')}"`);
  return `# bash completion of ${name}
_${name}() {
  local word path="" words="" cur="\${COMP_WORDS[COMP_CWORD]}" known=(${commands.join(' ')})
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    local next="\${path:+$path }$word" each
    for each in "\${known[@]}"; do [[ "$each" == "$next" ]] && path="$next"; done
  done
  case "$path" in
${cases.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o default -F _${name} ${name}
`;
}

/** zsh runs the bash script through its own emulation of bash completion. */
const zsh = (name: string, nodes: readonly Node[]): string => `#compdef ${name}
autoload -U +X bashcompinit && bashcompinit
${bash(name, nodes)}`;

function fish(name: string, nodes: readonly Node[]): string {
  const quote = (text: string): string => `'${text.replaceAll("'", "\\'")}'`;
  const lines = nodes.flatMap(node => {
    const seen =
      node.path.length === 0
        ? '__fish_use_subcommand'
        : node.path.map(word => `__fish_seen_subcommand_from ${word}`).join('; and ');
    const commands = nodes
      .filter(
        each =>
          each.path.length === node.path.length + 1 && each.path.join(' ').startsWith(node.path.join(' ')),
      )
      .map(
        each => `complete -c ${name} -n ${quote(seen)} -f -a ${each.path.at(-1)} -d ${quote(each.summary)}`,
      );
    const options = node.options.map(option => {
      const long = option.long ? ` -l ${option.long.slice(2)}` : '';
      const short = option.short ? ` -s ${option.short.slice(1)}` : '';
      return `complete -c ${name} -n ${quote(seen)}${long}${short}${option.required ? ' -r' : ''} -d ${quote(option.description)}`;
    });
    return [...commands, ...options];
  });
  return `# fish completion of ${name}\n${lines.join('\n')}\n`;
}
