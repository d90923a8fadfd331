package dev.parapet.core.iam.escalation;

import static dev.parapet.core.iam.escalation.Plain.ACCOUNT;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Small accounts from a seed, in which something is nearly always possible. */
final class Accounts {
    private static final List<String> ACTIONS = List.of(
            "*",
            "iam:*",
            "iam:PassRole",
            "iam:PassRole",
            "iam:Put*",
            "iam:AttachRolePolicy",
            "iam:CreatePolicyVersion",
            "iam:UpdateAssumeRolePolicy",
            "iam:AddUserToGroup",
            "iam:CreateAccessKey",
            "iam:Delete*PermissionsBoundary",
            "sts:AssumeRole",
            "sts:*",
            "lambda:*",
            "lambda:UpdateFunctionCode",
            "lambda:CreateFunction",
            "lambda:InvokeFunction",
            "ec2:RunInstances",
            "cloudformation:*");

    private static final List<String> SERVICES =
            List.of("lambda.amazonaws.com", "ec2.amazonaws.com", "cloudformation.amazonaws.com");

    private final Random random;
    private final List<String> names = new ArrayList<>();

    Accounts(long seed) {
        this.random = new Random(seed);
    }

    /** An account; its lists can be changed. */
    Map<String, Object> next() {
        names.clear();
        for (String name : List.of(
                "user/ann", "user/bob", "role/run", "role/team/build", "role/hop", "group/crew", "group/staff")) {
            names.add(name);
        }
        Map<String, Object> details = new LinkedHashMap<>();
        List<Object> users = new ArrayList<>();
        List<Object> roles = new ArrayList<>();
        List<Object> groups = new ArrayList<>();
        for (String name : names) {
            Map<String, Object> holder = Plain.holder(name, statements());
            holder.put("AttachedManagedPolicies", attached());
            if (random.nextInt(4) == 0) {
                holder.put("PermissionsBoundary", Map.of("PermissionsBoundaryArn", ACCOUNT + "policy/Limit"));
            }
            if (name.startsWith("user")) {
                holder.put("GroupList", random.nextBoolean() ? List.of("crew") : List.of());
                users.add(holder);
            } else if (name.startsWith("role")) {
                holder.put("AssumeRolePolicyDocument", Plain.document(trust()));
                holder.put("Tags", List.of(Map.of("Key", "team", "Value", random.nextBoolean() ? "a" : "b")));
                roles.add(holder);
            } else {
                groups.add(holder);
            }
        }
        details.put("UserDetailList", users);
        details.put("RoleDetailList", roles);
        details.put("GroupDetailList", groups);
        details.put(
                "Policies",
                new ArrayList<>(List.of(Plain.managed("Shared", statements()), Plain.managed("Limit", statements()))));
        return details;
    }

    private List<Object> attached() {
        return switch (random.nextInt(8)) {
            case 0 -> List.of(Map.of("PolicyArn", "arn:aws:iam::aws:policy/AdministratorAccess"));
            case 1, 2 -> List.of(Map.of("PolicyArn", ACCOUNT + "policy/Shared"));
            default -> List.of();
        };
    }

    private List<Object> statements() {
        List<Object> statements = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            statements.add(statement(random.nextInt(5) == 0 ? "Deny" : "Allow"));
        }
        return statements;
    }

    /** A statement of an identity policy. */
    Map<String, Object> statement(String effect) {
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("Effect", effect);
        boolean besides = effect.equals("Deny") && random.nextInt(3) == 0;
        statement.put(besides ? "NotAction" : "Action", List.of(some(ACTIONS), some(ACTIONS)));
        statement.put("Resource", resource());
        switch (random.nextInt(8)) {
            case 0 -> statement.put("Condition", Map.of("Bool", Map.of("aws:MultiFactorAuthPresent", "true")));
            case 1 -> statement.put("Condition", Map.of("StringEquals", Map.of("iam:PassedToService", some(SERVICES))));
            case 2 -> statement.put("Condition", Map.of("StringEquals", Map.of("aws:ResourceTag/team", "a")));
            case 3 -> statement.put("Condition", Map.of("StringNotEquals", Map.of("aws:RequestedRegion", "eu-west-1")));
            default -> {}
        }
        return statement;
    }

    private Object resource() {
        return switch (random.nextInt(6)) {
            case 0 -> ACCOUNT + some(names);
            case 1 -> List.of(ACCOUNT + "role/*", "arn:aws:lambda:*:*:function:f*");
            case 2 -> ACCOUNT + "user/${aws:username}";
            case 3 -> "arn:aws:lambda:eu-west-1:111122223333:function:" + some(List.of("f1", "g1", "*"));
            default -> "*";
        };
    }

    private List<Object> trust() {
        List<Object> trust = new ArrayList<>();
        trust.add(
                Map.of("Effect", "Allow", "Principal", Map.of("Service", some(SERVICES)), "Action", "sts:AssumeRole"));
        switch (random.nextInt(5)) {
            case 0 ->
                trust.add(Map.of(
                        "Effect",
                        "Allow",
                        "Principal",
                        Map.of("AWS", ACCOUNT + some(names.subList(0, 5))),
                        "Action",
                        "sts:AssumeRole"));
            case 1 ->
                trust.add(Map.of("Effect", "Allow", "Principal", Map.of("AWS", ACCOUNT + "root"), "Action", "sts:*"));
            case 2 ->
                trust.add(Map.of(
                        "Effect",
                        "Allow",
                        "Principal",
                        "*",
                        "Action",
                        "sts:AssumeRole",
                        "Condition",
                        Map.of("StringEquals", Map.of("sts:ExternalId", "x"))));
            case 3 ->
                trust.add(Map.of(
                        "Effect",
                        "Deny",
                        "NotPrincipal",
                        Map.of("AWS", ACCOUNT + some(names.subList(0, 5))),
                        "Action",
                        "sts:AssumeRole"));
            default -> {}
        }
        return trust;
    }

    private <T> T some(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
