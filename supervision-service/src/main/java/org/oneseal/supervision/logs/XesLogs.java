package org.oneseal.supervision.logs;

import java.io.InputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.objection.Objection;
import org.oneseal.supervision.retrospect.LogFault;
import org.oneseal.supervision.retrospect.LogMapping;
import org.oneseal.supervision.retrospect.LogReader;
import org.oneseal.supervision.retrospect.RawEvent;
import org.springframework.stereotype.Component;

/** XES: a trace a case. No entity and no document type is resolved. */
@Component
class XesLogs implements LogReader {

    private static final int DEEPEST = 200;

    private final XMLInputFactory factory;

    XesLogs() {
        factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    @Override
    public LogMapping.Format format() {
        return LogMapping.Format.XES;
    }

    @Override
    public void read(InputStream log, LogMapping mapping, Consumer<RawEvent> events) {
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(log);
            new Walk(xml, mapping, events).walk();
        } catch (XMLStreamException e) {
            String message = e.getMessage() == null ? "" : e.getMessage().split("\n", 2)[0];
            throw new LogFault(Objection.of("log-not-xes", message).at("/log"));
        }
    }

    /** Where the reader is: attributes belong to the trace or the event they stand in. */
    private static final class Walk {
        private final XMLStreamReader xml;
        private final LogMapping mapping;
        private final Consumer<RawEvent> events;
        private final Times times;
        private final Map<String, String> ofTrace = new HashMap<>();
        private final Map<String, String> ofEvent = new HashMap<>();
        private @Nullable Map<String, String> within;
        private int depth;
        private int nested;
        private long number;
        private boolean isLog;

        Walk(XMLStreamReader xml, LogMapping mapping, Consumer<RawEvent> events) {
            this.xml = xml;
            this.mapping = mapping;
            this.events = events;
            this.times = new Times(mapping);
        }

        void walk() throws XMLStreamException {
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> start(xml.getLocalName());
                    case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                            throw new XMLStreamException("document types are not read");
                    default -> {}
                }
            }
        }

        private void start(String element) throws XMLStreamException {
            if (++depth > DEEPEST) throw new XMLStreamException("nested too deeply");
            switch (element) {
                case "log" -> isLog = true;
                case "trace" -> {
                    ofTrace.clear();
                    within = ofTrace;
                }
                case "event" -> {
                    ofEvent.clear();
                    within = ofEvent;
                }
                default -> attribute();
            }
            if (!isLog) throw new XMLStreamException("the root is <" + element + ">, not <log>");
        }

        /** Attributes may have attributes of their own, which are passed over. */
        private void attribute() {
            String key = xml.getAttributeValue(null, "key");
            String value = xml.getAttributeValue(null, "value");
            if (within != null && nested == 0 && key != null && value != null) {
                within.putIfAbsent(key, value);
            }
            nested++;
        }

        private void end(String element) {
            depth--;
            switch (element) {
                case "event" -> {
                    events.accept(event());
                    within = ofTrace;
                }
                case "trace" -> within = null;
                case "log" -> {}
                default -> nested--;
            }
        }

        private RawEvent event() {
            number++;
            Instant at = times.needed(ofEvent.get(mapping.timeColumn()), number);
            Instant told = times.at(found(mapping.recorded()), number);
            String id =
                    mapping.caseId() == null
                            ? ofTrace.get(mapping.caseColumn())
                            : found(mapping.caseId());
            String activity = ofEvent.get(mapping.activityColumn());
            return new RawEvent(
                    id == null ? "" : id,
                    activity == null ? "" : activity,
                    at,
                    told == null ? at : told,
                    found(mapping.department()),
                    found(mapping.item()),
                    times.at(found(mapping.due()), number));
        }

        /** Of the event, else of its case. */
        private @Nullable String found(@Nullable String key) {
            if (key == null) return null;
            String own = ofEvent.get(key);
            return own == null ? ofTrace.get(key) : own;
        }
    }
}
