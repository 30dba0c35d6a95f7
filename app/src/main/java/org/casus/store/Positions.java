package org.casus.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.casus.position.Effect;
import org.casus.position.Issue;
import org.casus.position.Party;
import org.casus.position.Position;
import org.casus.position.PositionReport;
import org.casus.position.Stance;
import org.casus.position.Standing;
import org.jspecify.annotations.Nullable;

/** Asks a store for standing positions. */
public final class Positions {
    private final Database database;

    Positions(Database database) {
        this.database = database;
    }

    /**
     * Which positions are asked for; null: any.
     *
     * @param holder a party's id
     * @param toward a party's id
     * @param party a party's id on either side
     * @param issue an issue's id or name
     * @param standing true: those that nothing ended; false: those that something did
     */
    public record Choice(
            @Nullable String holder,
            @Nullable String toward,
            @Nullable String party,
            @Nullable String issue,
            @Nullable Stance stance,
            @Nullable Boolean standing) {
        /** All positions. */
        public static final Choice ALL = new Choice(null, null, null, null, null, null);

        /** All that one party holds or is the object of. */
        public static Choice of(String party) {
            return new Choice(null, null, party, null, null, null);
        }
    }

    /** Positions in the order that suits readers: by holder, stance, object, issue and beginning. */
    public List<Position> find(Choice choice) {
        StringBuilder where = new StringBuilder("TRUE");
        List<Object> values = new ArrayList<>();
        add(where, values, " AND holder = ?", choice.holder());
        add(where, values, " AND toward = ?", choice.toward());
        add(where, values, " AND ? IN (holder, toward)", choice.party());
        add(where, values, " AND ? IN (issue, issue_name)", choice.issue());
        List<PositionReport> reports = reports(where.toString(), values);
        return Standing.of(reports).stream()
                .filter(position -> choice.stance() == null || position.stance() == choice.stance())
                .filter(position -> choice.standing() == null || position.isOpen() == choice.standing())
                .toList();
    }

    private List<PositionReport> reports(String where, List<Object> values) {
        return database.ask(connection -> {
            try (PreparedStatement statement = EventRows.prepare(
                            connection,
                            "SELECT * FROM position_report WHERE " + where,
                            values,
                            database.timeoutSeconds());
                    ResultSet row = statement.executeQuery()) {
                List<PositionReport> reports = new ArrayList<>();
                while (row.next()) {
                    reports.add(report(row));
                }
                return reports;
            }
        });
    }

    private static PositionReport report(ResultSet row) throws SQLException {
        String issue = row.getString("issue");
        return new PositionReport(
                row.getString("event_id"),
                row.getString("article_id"),
                new Party(row.getString("holder"), row.getString("holder_name")),
                Stance.valueOf(row.getString("stance")),
                new Party(row.getString("toward"), row.getString("toward_name")),
                issue == null ? null : new Issue(issue, row.getString("issue_name")),
                Effect.valueOf(row.getString("effect")),
                row.getDate("day").toLocalDate(),
                row.getDouble("confidence"));
    }

    private static void add(StringBuilder where, List<Object> values, String condition, @Nullable String value) {
        if (value != null) {
            where.append(condition);
            values.add(value);
        }
    }
}
