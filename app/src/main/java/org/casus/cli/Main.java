package org.casus.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The program {@code casus}. Exit code 0: done; 1: some inputs failed, all others done; 2: wrong usage or a broken installation. */
@Command(
        name = "casus",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Turns news into political event data: who did what to whom, and which words say so.",
        subcommands = {
            CodeCommand.class,
            DemoCommand.class,
            ServeCommand.class,
            ExportCommand.class,
            ExplainCommand.class,
            PageCommand.class,
            ActorCommand.class,
            RelateCommand.class,
            EvalCommand.class,
            AccuracyCommand.class,
            ImportCommand.class,
            WatchCommand.class,
            DoctorCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Start with: casus demo", "Then:       casus code PAGE.html, or a folder of pages"})
public final class Main implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Option(
            names = "--verbose",
            scope = CommandLine.ScopeType.INHERIT,
            description = "Show where in the program an error came from.")
    private boolean verbose;

    public static void main(String[] args) {
        // Java's own streams write in the locale's character set and turn what it lacks into question marks
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = run(args, new Console(System.in, out, err, System.getenv()));
        out.flush();
        System.exit(code);
    }

    /** Runs a command line on given streams; returns the exit code. */
    public static int run(String[] args, Console console) {
        PrintWriter err = new PrintWriter(console.err(), true, StandardCharsets.UTF_8);
        PrintWriter out = new PrintWriter(console.out(), true, StandardCharsets.UTF_8);
        Main main = new Main();
        CommandLine line = new CommandLine(main, new CommandFactory(console))
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        console.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setUsageHelpWidth(Math.max(60, Math.min(console.width(), 100)));
        line.setExecutionExceptionHandler((exception, command, parsed) -> Failure.report(
                exception, command.getCommand() instanceof Logging with ? with.log() : null, err, main.verbose));
        int code = line.execute(args);
        out.flush();
        err.flush();
        return code;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
    }
}
